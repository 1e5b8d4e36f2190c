package reglament;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The case of a process that an engine runs: opened where the process starts, asked when a step is due, told when it is
 * done. It lives in the variables of the process, as its filing and its events. What is left for each engine is to hand
 * its variables and its clock over (docs/engines.md).
 *
 * <p>A filing or an event that the rules refuse throws {@link Refused}, and the engine's transaction rolls back.
 */
public final class ProcessCase {
    /** The variable that holds the case. Not `reglament`, which is the bean: a variable would hide it. */
    public static final String VARIABLE = "reglament_state";
    /** The variable with the instant of filing, {@code 2018-11-28T17:30}; without it, the process is filed when it starts. */
    public static final String FILED = "filed";

    private static final ObjectMapper JSON = Json.mapper();

    /** The variables of one process. */
    public interface Variables {
        Object get(String name);

        void set(String name, Object value);
    }

    /** What the variable holds; {@code facts}: which variable tells which fact. */
    record Stored(Filing filing, List<Event> events, Map<String, String> facts) {}

    private final Rules rules;
    private final ZoneId zone;
    private final Supplier<Date> clock;

    /** {@code zone} is that of the office; {@code clock} is the engine's own. */
    public ProcessCase(Rules rules, ZoneId zone, Supplier<Date> clock) {
        this.rules = rules;
        this.zone = zone;
        this.clock = clock;
    }

    /** {@code facts} is a table like {@code fact_documents_complete=documents-complete}, a pair a word. */
    public void open(Variables variables, String regulation, String channel, String facts) {
        Map<String, String> table = new HashMap<>();
        for (String pair : facts.isBlank() ? new String[0] : facts.split(" ")) {
            table.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        Object said = variables.get(FILED);
        LocalDateTime filed = said == null ? now() : LocalDateTime.parse(said.toString());
        Filing filing = new Filing(regulation, channel, filed, told(variables, table));
        goesOn(rules.open(filing));
        save(variables, new Stored(filing, List.of(), table));
    }

    /** When the step under way is due; {@code null}: nothing bounds it. */
    public Date due(Variables variables, String step) {
        Optional<Active> active = underWay(replayed(load(variables)), step);
        LocalDateTime due = active.orElseThrow(() -> new Refused("not-under-way")).due();
        return due == null ? null : Date.from(due.atZone(zone).toInstant());
    }

    /** The step is done, the choice made with what the variables say, the wait over: now. */
    public void done(Variables variables, String step) {
        Stored stored = load(variables);
        Case one = replayed(stored);
        Artifact.Kind kind = underWay(one, step).orElseThrow(() -> new Refused("not-under-way")).kind();
        Map<String, String> facts = told(variables, stored.facts());
        facts.keySet().removeAll(one.state().facts().keySet());
        if (kind == Artifact.Kind.CHOICE) {
            one.apply(new Event.Decided(step, facts, now()));
        } else {
            if (!facts.isEmpty()) {
                one.apply(new Event.Learned(facts, now()));
            }
            one.apply(kind == Artifact.Kind.WAIT ? new Event.Arrived(step, now()) : new Event.Done(step, now()));
        }
        goesOn(one);
        save(variables, new Stored(stored.filing(), new ArrayList<>(one.events()), stored.facts()));
    }

    /** The case as it stands: what is due, late, next, and why. */
    public Case read(Variables variables) {
        return replayed(load(variables));
    }

    /** The act leaves the case out: the process must not go on as if it did not. */
    private static void goesOn(Case one) {
        if (one.state().stuckAt() != null) {
            throw new Refused("left-out");
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.get().toInstant(), zone).truncatedTo(ChronoUnit.MINUTES);
    }

    private static Map<String, String> told(Variables variables, Map<String, String> table) {
        Map<String, String> told = new HashMap<>();
        table.forEach((variable, fact) -> {
            Object value = variables.get(variable);
            if (value != null) {
                told.put(fact, value.toString());
            }
        });
        return told;
    }

    private static Optional<Active> underWay(Case one, String step) {
        return one.active().stream().filter(it -> it.step().equals(step)).findFirst();
    }

    private Case replayed(Stored stored) {
        return rules.replay(stored.filing(), stored.events());
    }

    private static Stored load(Variables variables) {
        try {
            return JSON.readValue((byte[]) variables.get(VARIABLE), Stored.class);
        } catch (IOException error) {
            throw new UncheckedIOException("the variable `" + VARIABLE + "` holds no case", error);
        }
    }

    private static void save(Variables variables, Stored stored) {
        try {
            // Typed, so that each event says what it is.
            String text = JSON.writerFor(Stored.class).writeValueAsString(stored);
            variables.set(VARIABLE, text.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException error) {
            throw new UncheckedIOException("a case is plain data", error);
        }
    }
}
