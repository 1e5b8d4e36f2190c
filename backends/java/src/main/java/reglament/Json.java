package reglament;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Filings, events and states in the words of docs/artifact.md. */
public final class Json {
    private Json() {}

    public static ObjectMapper mapper() {
        SimpleModule dates = new SimpleModule()
                .addSerializer(LocalDateTime.class, ToStringSerializer.instance)
                .addSerializer(LocalDate.class, ToStringSerializer.instance)
                .addDeserializer(LocalDateTime.class, new InstantReader());
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .addModule(dates)
                .build();
    }

    /** Just as it is written: 2018-11-28T17:30. */
    private static final class InstantReader extends JsonDeserializer<LocalDateTime> {
        @Override
        public LocalDateTime deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getText();
            if (text != null && text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")) {
                try {
                    return LocalDateTime.parse(text);
                } catch (DateTimeException noDay) {
                    // Falls through to the refusal, as any other text.
                }
            }
            return (LocalDateTime)
                    context.handleWeirdStringValue(LocalDateTime.class, text, "no instant like 2018-11-28T17:30");
        }
    }
}
