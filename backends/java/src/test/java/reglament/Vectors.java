package reglament;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs files of vectors, whose rules lie in the first folder, and prints each that comes out otherwise: see backends/run. */
final class Vectors {
    private static final ObjectMapper JSON = Json.mapper();

    private Vectors() {}

    public static void main(String[] paths) throws IOException, LoadException {
        int count = 0;
        int wrong = 0;
        Map<Path, Rules> loaded = new HashMap<>();
        for (String name : List.of(paths).subList(1, paths.length)) {
            Path path = Path.of(name);
            JsonNode file = JSON.readTree(Files.readString(path));
            Path source = Path.of(paths[0], file.get("rules").textValue());
            if (!loaded.containsKey(source)) {
                loaded.put(source, Rules.load(Files.readAllBytes(source)));
            }
            for (JsonNode vector : file.get("vectors")) {
                int[] found = {0};
                differences(expected(vector), answer(loaded.get(source), vector), "", line -> {
                    System.out.println(path.getFileName() + ": " + vector.get("name").textValue() + ": " + line);
                    found[0]++;
                });
                count++;
                wrong += found[0] > 0 ? 1 : 0;
            }
        }
        System.out.println("java: " + count + " vectors, " + wrong + " differ");
        System.exit(wrong > 0 || count == 0 ? 1 : 0);
    }

    /** Where no answers are given, every event is taken. */
    private static JsonNode expected(JsonNode vector) {
        ObjectNode expected = vector.get("expect").deepCopy();
        if (!expected.has("refused") && !expected.has("answers")) {
            ArrayNode answers = expected.putArray("answers");
            vector.get("events").forEach(event -> answers.add("ok"));
        }
        return expected;
    }

    private static JsonNode answer(Rules rules, JsonNode vector) throws IOException {
        ObjectNode answer = JSON.createObjectNode();
        Case opened;
        try {
            opened = rules.open(JSON.treeToValue(vector.get("case"), Filing.class));
        } catch (Refused refused) {
            return answer.put("refused", refused.reason());
        }
        ArrayNode answers = answer.putArray("answers");
        for (JsonNode event : vector.get("events")) {
            try {
                opened.apply(JSON.treeToValue(event, Event.class));
                answers.add("ok");
            } catch (Refused refused) {
                answers.add(refused.reason());
            }
        }
        answer.set("state", JSON.valueToTree(opened.state()));
        return answer;
    }

    /** Of an object every field that is given, of a list its length and each member; anything else must be equal. */
    private static void differences(JsonNode expected, JsonNode found, String place, Consumer<String> tell) {
        if (expected.isObject() && found.isObject()) {
            for (Iterator<String> names = expected.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                differences(expected.get(name), found.path(name), place + "." + name, tell);
            }
        } else if (expected.isArray() && found.isArray() && expected.size() == found.size()) {
            for (int at = 0; at < expected.size(); at++) {
                differences(expected.get(at), found.get(at), place + "[" + at + "]", tell);
            }
        } else if (!expected.equals(found)) {
            tell.accept(place + ": expected " + expected + ", found " + found);
        }
    }
}
