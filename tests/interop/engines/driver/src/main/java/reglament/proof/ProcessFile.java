package reglament.proof;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the file itself says of its elements, in our namespace. */
record ProcessFile(String process, String regulation, String channel, Map<String, String> variables,
        Map<String, String> steps, Map<String, String> actors, Set<String> timed) {
    private static final String OURS = "urn:reglament:bpmn";
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    static ProcessFile read(Path path) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element root = factory.newDocumentBuilder().parse(path.toFile()).getDocumentElement();
        Element process = (Element) root.getElementsByTagNameNS(BPMN, "process").item(0);
        Map<String, String> variables = new HashMap<>();
        for (String pair : process.getAttributeNS(OURS, "facts").split(" ")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                variables.put(pair.substring(equals + 1), pair.substring(0, equals));
            }
        }
        Map<String, String> steps = new HashMap<>();
        Map<String, String> actors = new HashMap<>();
        Set<String> timed = new HashSet<>();
        NodeList all = process.getElementsByTagNameNS(BPMN, "*");
        for (int at = 0; at < all.getLength(); at++) {
            Element element = (Element) all.item(at);
            if (element.hasAttributeNS(OURS, "step")) {
                steps.put(element.getAttribute("id"), element.getAttributeNS(OURS, "step"));
            }
            if (element.hasAttributeNS(OURS, "actor")) {
                actors.put(element.getAttribute("id"), element.getAttributeNS(OURS, "actor"));
            }
            if (element.getLocalName().equals("boundaryEvent")) {
                timed.add(element.getAttribute("attachedToRef"));
            }
        }
        return new ProcessFile(process.getAttribute("id"), process.getAttributeNS(OURS, "regulation"),
                process.getAttributeNS(OURS, "channel"), variables, steps, actors, timed);
    }
}
