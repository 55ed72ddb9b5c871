import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Validates PDF files against veraPDF's own PDF/UA-1 profile, and prints a line for each file and each failed check:
 * `file<TAB>rules<TAB>checks`, then `<TAB>clause-test<TAB>message<TAB>where`.
 * The profile is read with the DOM, because the jar that carries veraPDF lacks JAXB.
 */
public class VeraPdf {
  private static final int MAX_FAILURES = 1000;

  public static void main(String[] files) throws Exception {
    Logger.getLogger("").setLevel(Level.OFF);
    VeraGreenfieldFoundryProvider.initialise();
    var profile = readProfile("/org/verapdf/pdfa/validation/PDFUA-1.xml");
    for (var file : files) {
      try (var parser = Foundries.defaultInstance().createParser(Path.of(file).toFile(), PDFAFlavour.PDFUA_1);
          var validator = Foundries.defaultInstance().createValidator(profile, MAX_FAILURES, false, true, false)) {
        var result = validator.validate(parser);
        System.out.println(file + "\t" + profile.getRules().size() + "\t" + result.getTotalAssertions());
        for (var assertion : result.getTestAssertions()) {
          if (assertion.getStatus() == TestAssertion.Status.FAILED)
            System.out.println("\t" + assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber() + "\t" + line(assertion.getErrorMessage() == null ? assertion.getMessage() : assertion.getErrorMessage()) + "\t" + line(assertion.getLocation().getContext()));
        }
      }
    }
  }

  private static ValidationProfile readProfile(String resource) throws Exception {
    Element root;
    try (InputStream stream = Profiles.class.getResourceAsStream(resource)) {
      root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream).getDocumentElement();
    }
    Set<Rule> rules = new HashSet<>();
    for (var rule : children(root, "rule")) {
      var id = children(rule, "id").get(0);
      List<ErrorArgument> arguments = new ArrayList<>();
      for (var argument : children(rule, "argument"))
        arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), attribute(argument, "name"), null));
      rules.add(Profiles.ruleFromValues(
          Profiles.ruleIdFromValues(org.verapdf.pdfa.flavours.PDFAFlavour.Specification.valueOf(id.getAttribute("specification")), id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
          rule.getAttribute("object"), rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null, rule.getAttribute("tags"),
          text(rule, "description"), text(rule, "test"), Profiles.errorFromValues(text(rule, "message"), arguments), new ArrayList<>()));
    }
    Set<Variable> variables = new HashSet<>();
    for (var variable : children(root, "variable"))
      variables.add(Profiles.variableFromValues(variable.getAttribute("name"), variable.getAttribute("object"), text(variable, "defaultValue"), text(variable, "value")));
    return Profiles.profileFromValues(PDFAFlavour.PDFUA_1, Profiles.profileDetailsFromValues(text(root, "name"), "", "", new Date(0)), "", rules, variables);
  }

  private static List<Element> children(Element parent, String tag) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = parent.getElementsByTagName(tag);
    for (int i = 0; i < nodes.getLength(); i++)
      found.add((Element) nodes.item(i));
    return found;
  }

  private static String text(Element parent, String tag) {
    var found = children(parent, tag);
    return found.isEmpty() ? "" : found.get(0).getTextContent();
  }

  private static String attribute(Element element, String name) {
    return element.hasAttribute(name) ? element.getAttribute(name) : null;
  }

  private static String line(String text) {
    return text == null ? "" : text.replaceAll("\\s+", " ");
  }
}
