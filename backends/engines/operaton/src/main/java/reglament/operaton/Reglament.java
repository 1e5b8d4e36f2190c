package reglament.operaton;

import java.time.ZoneId;
import java.util.Date;
import java.util.function.Supplier;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import reglament.Case;
import reglament.ProcessCase;
import reglament.Rules;

/**
 * The bean `reglament` of processes exported for Operaton and Camunda 7: dates by the rules and their calendar.
 *
 * <pre>{@code
 * configuration.setBeans(Map.of("reglament", new Reglament(rules, zone, ClockUtil::getCurrentTime)));
 * ProcessEngine engine = configuration.buildProcessEngine();
 * }</pre>
 */
public final class Reglament {
    private final ProcessCase cases;

    /** The zone is the office's, the clock the engine's own. */
    public Reglament(Rules rules, ZoneId zone, Supplier<Date> clock) {
        cases = new ProcessCase(rules, zone, clock);
    }

    /** Where a process starts. */
    public void open(DelegateExecution execution, String regulation, String channel, String facts) {
        cases.open(variables(execution), regulation, channel, facts);
    }

    /** The due date of a step under way; {@code null}: nothing bounds it. */
    public Date due(DelegateExecution execution, String step) {
        return cases.due(variables(execution), step);
    }

    /** The same as a variable, for work without a task list. */
    public void tell(DelegateExecution execution, String step) {
        execution.setVariable("reglament_due", due(execution, step));
    }

    /** Where a step is done; one that is thrown away with its process is not. */
    public void done(DelegateExecution execution, String step) {
        if (execution.isCanceled()) {
            return;
        }
        cases.done(variables(execution), step);
    }

    /** The case as it stands. */
    public Case read(DelegateExecution execution) {
        return cases.read(variables(execution));
    }

    private static ProcessCase.Variables variables(DelegateExecution execution) {
        return new ProcessCase.Variables() {
            @Override
            public Object get(String name) {
                return execution.getVariable(name);
            }

            @Override
            public void set(String name, Object value) {
                execution.setVariable(name, value);
            }
        };
    }
}
