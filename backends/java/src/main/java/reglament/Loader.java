package reglament;

import static reglament.LoadException.Problem.FORMAT;
import static reglament.LoadException.Problem.HASH;
import static reglament.LoadException.Problem.MALFORMED;
import static reglament.LoadException.Problem.NOT_CANONICAL;
import static reglament.LoadException.Problem.TOO_LARGE;
import static reglament.LoadException.Problem.VERSION;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;

/** From untrusted bytes to typed rules: size, depth, fields, hash and references are checked before anything is used. */
final class Loader {
    static final String NAME = "reglament-rules";
    static final int KNOWN_VERSION = 1;
    static final int KNOWN_REVISION = 1;
    static final int MOST_BYTES = 256 * 1024 * 1024;
    private static final int DEEPEST = 128;

    private static final ObjectMapper STRICT = mapper(true);
    private static final ObjectMapper LATER = mapper(false);

    private Loader() {}

    static Artifact load(byte[] bytes, int mostBytes) throws LoadException {
        if (bytes.length > mostBytes) {
            throw new LoadException(TOO_LARGE, bytes.length + " bytes are more than the " + mostBytes + " that are read");
        }
        String text = decoded(bytes);
        JsonNode tree = tree(text);
        head(tree);
        int revision = whole(tree, "revision");
        String said = tree.path("hash").asText();
        if (!tree.path("hash").isTextual() || !hash(text, said).equals(said)) {
            throw new LoadException(HASH, "the contents do not agree with the hash");
        }
        boolean strict = revision <= KNOWN_REVISION;
        if (strict && !canonical(tree).equals(text)) {
            throw new LoadException(NOT_CANONICAL, "not in canonical form");
        }
        Artifact rules = typed(tree, strict ? STRICT : LATER);
        References.check(rules);
        return rules;
    }

    private static String decoded(byte[] bytes) throws LoadException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException error) {
            throw new LoadException(MALFORMED, "no UTF-8");
        }
    }

    private static JsonNode tree(String text) throws LoadException {
        try {
            JsonNode tree = STRICT.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(text);
            if (tree == null || !tree.isObject()) {
                throw new LoadException(MALFORMED, "no artifact");
            }
            return tree;
        } catch (JsonProcessingException error) {
            throw new LoadException(MALFORMED, error.getOriginalMessage());
        }
    }

    private static void head(JsonNode tree) throws LoadException {
        JsonNode format = tree.path("format");
        if (!format.isTextual()) {
            throw new LoadException(MALFORMED, "no artifact: the format is not said");
        }
        if (!format.textValue().equals(NAME)) {
            throw new LoadException(FORMAT, "the format is " + format + ", not " + NAME);
        }
        int version = whole(tree, "version");
        if (version != KNOWN_VERSION) {
            throw new LoadException(VERSION, "version " + version + " of the format, and only 1 is known");
        }
    }

    private static int whole(JsonNode tree, String field) throws LoadException {
        JsonNode value = tree.path(field);
        if (!value.isInt() || value.intValue() < 0) {
            throw new LoadException(MALFORMED, field + ": no whole number");
        }
        return value.intValue();
    }

    private static Artifact typed(JsonNode tree, ObjectMapper mapper) throws LoadException {
        try {
            Artifact rules = mapper.treeToValue(tree, Artifact.class);
            Present.check(rules, "rules");
            return rules;
        } catch (JsonProcessingException error) {
            throw new LoadException(MALFORMED, error.getOriginalMessage());
        }
    }

    /** Of the text as it stands, less the field of the hash. No text can hold the field: its quotes would be escaped. */
    private static String hash(String text, String said) {
        String field = "\"hash\":\"" + said + "\",";
        int at = text.indexOf(field);
        String rest = at < 0 ? text : text.substring(0, at) + text.substring(at + field.length());
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(rest.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException error) {
            throw new AssertionError("every Java has SHA-256", error);
        }
    }

    private static String canonical(JsonNode tree) throws LoadException {
        try {
            return STRICT.writeValueAsString(STRICT.treeToValue(tree, Map.class));
        } catch (JsonProcessingException error) {
            throw new LoadException(MALFORMED, error.getOriginalMessage());
        }
    }

    private static ObjectMapper mapper(boolean strict) {
        StreamReadConstraints limits =
                StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(MOST_BYTES).build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        SimpleModule dates = new SimpleModule().addDeserializer(LocalDate.class, new DateReader());
        return JsonMapper.builder(factory)
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, strict)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .addModule(dates)
                .build();
    }

    /** Just as it is written: 2018-11-28. */
    private static final class DateReader extends JsonDeserializer<LocalDate> {
        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getText();
            if (text == null || !text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "no date like 2018-11-28");
            }
            try {
                return LocalDate.parse(text);
            } catch (java.time.DateTimeException error) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "no date like 2018-11-28");
            }
        }
    }
}
