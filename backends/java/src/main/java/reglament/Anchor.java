package reglament;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;

/** What a limit is counted from. */
@JsonDeserialize(using = Anchor.Reader.class)
public sealed interface Anchor {
    /** The filing as counted. */
    record Filing() implements Anchor {}

    /** The arrival of the file. */
    record Previous() implements Anchor {}

    /** The node at that place is done. */
    record Done(int node) implements Anchor {}

    /** From JSON. */
    final class Reader extends JsonDeserializer<Anchor> {
        @Override
        public Anchor deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode node = parser.readValueAsTree();
            if (node.isTextual() && node.textValue().equals("filing")) {
                return new Filing();
            }
            if (node.isTextual() && node.textValue().equals("previous")) {
                return new Previous();
            }
            JsonNode done = node.get("done");
            if (node.size() == 1 && done != null && done.isInt() && done.intValue() >= 0) {
                return new Done(done.intValue());
            }
            throw JsonMappingException.from(parser, "no anchor");
        }
    }
}
