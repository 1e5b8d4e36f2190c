package reglament;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What is asked of the facts of a case. */
@JsonDeserialize(using = Condition.Reader.class)
public sealed interface Condition {
    record Always() implements Condition {}

    /** The fact at the first place has the value at the second of its values. */
    record Is(int fact, int value) implements Condition {}

    record Not(Condition inner) implements Condition {}

    record All(List<Condition> parts) implements Condition {}

    record Any(List<Condition> parts) implements Condition {}

    int DEEPEST = 48;

    /** Whether it holds; empty: that hangs on facts that are not known. */
    default Optional<Boolean> holds(Map<Integer, Integer> facts) {
        if (this instanceof Is is) {
            return Optional.ofNullable(facts.get(is.fact())).map(known -> known == is.value());
        } else if (this instanceof Not not) {
            return not.inner().holds(facts).map(holds -> !holds);
        } else if (this instanceof All all) {
            return joined(all.parts(), facts, false);
        } else if (this instanceof Any any) {
            return joined(any.parts(), facts, true);
        }
        return Optional.of(true);
    }

    /** One part that comes out decisive decides; otherwise all must be known. */
    private static Optional<Boolean> joined(List<Condition> parts, Map<Integer, Integer> facts, boolean decisive) {
        boolean allKnown = true;
        for (Condition part : parts) {
            Optional<Boolean> holds = part.holds(facts);
            if (holds.isEmpty()) {
                allKnown = false;
            } else if (holds.get() == decisive) {
                return holds;
            }
        }
        return allKnown ? Optional.of(!decisive) : Optional.empty();
    }

    /** Calls {@code visit} with each fact and value that it names. */
    default void visit(BiConsumer<Integer, Integer> visit) {
        if (this instanceof Is is) {
            visit.accept(is.fact(), is.value());
        } else if (this instanceof Not not) {
            not.inner().visit(visit);
        } else if (this instanceof All all) {
            all.parts().forEach(part -> part.visit(visit));
        } else if (this instanceof Any any) {
            any.parts().forEach(part -> part.visit(visit));
        }
    }

    /** From JSON. */
    final class Reader extends JsonDeserializer<Condition> {
        @Override
        public Condition deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return read(parser.readValueAsTree(), parser, 0);
        }

        private Condition read(JsonNode node, JsonParser parser, int depth) throws IOException {
            if (depth > DEEPEST) {
                throw JsonMappingException.from(parser, "a condition is nested too deeply");
            }
            if (node.isTextual() && node.textValue().equals("always")) {
                return new Always();
            }
            if (!node.isObject() || node.size() != 1) {
                throw JsonMappingException.from(parser, "no condition");
            }
            String word = node.fieldNames().next();
            JsonNode inner = node.get(word);
            if (word.equals("not")) {
                return new Not(read(inner, parser, depth + 1));
            }
            if (!inner.isArray()) {
                throw JsonMappingException.from(parser, "no condition");
            }
            if (word.equals("is") && inner.size() == 2 && place(inner.get(0)) && place(inner.get(1))) {
                return new Is(inner.get(0).intValue(), inner.get(1).intValue());
            }
            if (!word.equals("all") && !word.equals("any")) {
                throw JsonMappingException.from(parser, "no condition");
            }
            List<Condition> parts = new ArrayList<>();
            for (JsonNode part : inner) {
                parts.add(read(part, parser, depth + 1));
            }
            return word.equals("all") ? new All(List.copyOf(parts)) : new Any(List.copyOf(parts));
        }

        private static boolean place(JsonNode node) {
            return node.isInt() && node.intValue() >= 0;
        }
    }
}
