package reglament.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reglament.Rules;

/**
 * Deploys every file, runs every case that `follow` lists to its end, everybody taking the whole of the limit, and compares
 * the sequence of (step, actor, due) with what is listed there. Besides: a fact that is missing or has a value that it
 * cannot have must stop the process, and what is overdue must be said by the timer.
 */
public final class Driver {
    private static final ZoneId ZONE = ZoneId.systemDefault();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Engine engine;
    private final Rules rules;
    private final Map<String, ProcessFile> files = new HashMap<>();
    private int cases;
    private int steps;
    private int stopped;
    private int timers;
    private int differences;

    private Driver(Engine engine, Rules rules) {
        this.engine = engine;
        this.rules = rules;
    }

    /** {@code folder} has the files, {@code cases} a case a line. */
    public static int run(Engine engine, Rules rules, Path folder, Path cases) throws Exception {
        Driver driver = new Driver(engine, rules);
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(it -> it.toString().endsWith(".bpmn")).sorted().toList()) {
                engine.deploy(file);
                ProcessFile read = ProcessFile.read(file);
                driver.files.put(read.regulation() + " " + read.channel(), read);
            }
        }
        for (String line : Files.readAllLines(cases)) {
            driver.one(JSON.readTree(line));
        }
        driver.refusals(cases);
        System.out.printf("%s: %d processes, %d cases, %d steps, %d stopped as they must, %d timers, %d differences%n",
                engine.name(), driver.files.size(), driver.cases, driver.steps, driver.stopped, driver.timers,
                driver.differences);
        return driver.differences == 0 && driver.cases > 0 ? 0 : 1;
    }

    private void one(JsonNode expected) {
        ProcessFile file = file(expected);
        cases++;
        if (expected.get("steps").isNull()) {
            mustStop(file, expected, variables(file, expected));
            return;
        }
        List<String> found = new ArrayList<>();
        String end;
        try {
            String instance = start(file, expected, variables(file, expected));
            end = follow(file, instance, expected, found);
        } catch (RuntimeException error) {
            end = error.toString();
        }
        List<String> wanted = new ArrayList<>();
        for (JsonNode step : expected.get("steps")) {
            wanted.add(told(step.get("step").asText(), step.get("actor").textValue(), step.get("due").textValue()));
        }
        steps += wanted.size();
        String wantedEnd = "step_" + expected.get("end").asText();
        if (!wanted.equals(found) || !wantedEnd.equals(end)) {
            differences++;
            System.out.printf("%s %s%n  expected %s to %s%n  found    %s to %s%n", engine.name(), name(expected), wanted,
                    wantedEnd, found, end);
        }
    }

    private String follow(ProcessFile file, String instance, JsonNode expected, List<String> found) {
        // Nobody can act on it before it counts as filed.
        Date now = date(counted(expected));
        engine.setClock(now);
        while (!engine.ended(instance)) {
            List<Engine.Item> items = engine.items(instance);
            if (items.isEmpty()) {
                engine.delete(instance);
                return "nothing is under way";
            }
            Date at = now;
            Engine.Item next = items.stream()
                    .min(Comparator.comparing((Engine.Item it) -> it.due() == null ? at : it.due()))
                    .orElseThrow();
            // A wait is for something outside, which the engine assigns to nobody.
            String actor = next.isWait() ? file.actors().get(next.element()) : next.actor();
            found.add(told(file.steps().get(next.element()), actor, shown(next.due())));
            now = next.due() != null && next.due().after(now) ? next.due() : now;
            engine.setClock(now);
            engine.complete(next);
        }
        return String.join(" ", engine.ends(instance));
    }

    /** For each channel that asks facts: none of them told, and one with a value that it cannot have. */
    private void refusals(Path cases) throws Exception {
        Map<String, JsonNode> firsts = new HashMap<>();
        for (String line : Files.readAllLines(cases)) {
            JsonNode one = JSON.readTree(line);
            firsts.putIfAbsent(one.get("regulation").asText() + " " + one.get("channel").asText(), one);
        }
        for (JsonNode one : firsts.values()) {
            ProcessFile file = file(one);
            late(file, one);
            if (file.variables().isEmpty()) {
                continue;
            }
            mustStop(file, one, Map.of());
            Map<String, Object> wrong = variables(file, one);
            wrong.replaceAll((variable, value) -> "neither");
            mustStop(file, one, wrong);
        }
    }

    private void mustStop(ProcessFile file, JsonNode one, Map<String, Object> variables) {
        String instance = null;
        String end = null;
        try {
            instance = start(file, one, variables);
            end = follow(file, instance, one, new ArrayList<>());
        } catch (RuntimeException expected) {
            stopped++;
            if (instance != null) {
                engine.delete(instance);
            }
            return;
        }
        differences++;
        System.out.printf("%s %s: came to %s without the facts %s%n", engine.name(), name(one), end, variables);
    }

    /** A minute after the first due date its timer must have gone off, and the step must still be there. */
    private void late(ProcessFile file, JsonNode one) {
        String instance = start(file, one, variables(file, one));
        List<Engine.Item> before = engine.items(instance);
        Date due = before.isEmpty() ? null : before.get(0).due();
        if (due != null && file.timed().contains(before.get(0).element())) {
            engine.setClock(due);
            int early = engine.runTimers(instance);
            engine.setClock(new Date(due.getTime() + 60_000));
            int ran = engine.runTimers(instance);
            boolean there = engine.items(instance).stream().anyMatch(it -> it.handle().equals(before.get(0).handle()));
            timers += early + ran;
            if (early + ran != 1 || !there) {
                differences++;
                System.out.printf("%s %s: %d timers, %s%n", engine.name(), name(one), early + ran, there);
            }
        }
        engine.delete(instance);
    }

    private String start(ProcessFile file, JsonNode one, Map<String, Object> variables) {
        engine.setClock(date(one.get("filed").asText()));
        Map<String, Object> all = new HashMap<>(variables);
        all.put("filed", one.get("filed").asText());
        return engine.start(file.process(), all);
    }

    private ProcessFile file(JsonNode one) {
        return files.get(one.get("regulation").asText() + " " + one.get("channel").asText());
    }

    private String counted(JsonNode one) {
        LocalDateTime filed = LocalDateTime.parse(one.get("filed").asText());
        return rules.open(one.get("regulation").asText(), one.get("channel").asText(), filed, Map.of()).counted()
                .toString();
    }

    private static Map<String, Object> variables(ProcessFile file, JsonNode one) {
        Map<String, Object> variables = new HashMap<>();
        file.variables().forEach((fact, variable) -> variables.put(variable, one.get("facts").get(fact).asText()));
        return variables;
    }

    private static String name(JsonNode one) {
        return one.get("regulation").asText() + " via " + one.get("channel").asText() + " " + one.get("filed").asText()
                + " " + one.get("facts");
    }

    private static String told(String step, String actor, String due) {
        return step + " by " + actor + " until " + due;
    }

    private static Date date(String at) {
        return Date.from(LocalDateTime.parse(at).atZone(ZONE).toInstant());
    }

    private static String shown(Date at) {
        return at == null ? null : LocalDateTime.ofInstant(at.toInstant(), ZONE).toString();
    }
}
