package reglament.proof;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.operaton.bpm.engine.ExternalTaskService;
import org.operaton.bpm.engine.ManagementService;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.externaltask.ExternalTask;
import org.operaton.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import org.operaton.bpm.engine.runtime.EventSubscription;
import org.operaton.bpm.engine.runtime.Job;
import org.operaton.bpm.engine.task.IdentityLink;
import org.operaton.bpm.engine.task.Task;
import reglament.Rules;
import reglament.operaton.Reglament;

/** The driver's engine is Operaton, embedded, with H2 in memory. */
public final class OperatonProof implements Engine {
    private final ProcessEngine engine;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final ExternalTaskService external;

    private OperatonProof(Rules rules) {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setBeans(
                Map.of("reglament", new Reglament(rules, ZoneId.systemDefault(), ClockUtil::getCurrentTime)));
        configuration.setJdbcUrl("jdbc:h2:mem:operaton;DB_CLOSE_DELAY=-1");
        configuration.setJobExecutorActivate(false);
        engine = configuration.buildProcessEngine();
        runtime = engine.getRuntimeService();
        tasks = engine.getTaskService();
        management = engine.getManagementService();
        external = engine.getExternalTaskService();
    }

    public static void main(String[] words) throws Exception {
        Rules rules = Rules.load(Files.readAllBytes(Path.of(words[0])));
        System.exit(Driver.run(new OperatonProof(rules), rules, Path.of(words[1]), Path.of(words[2])));
    }

    @Override
    public String name() {
        return "operaton " + ProcessEngine.class.getPackage().getImplementationVersion();
    }

    @Override
    public void deploy(Path file) throws Exception {
        String name = file.getFileName().toString();
        engine.getRepositoryService().createDeployment().addString(name, Files.readString(file)).deploy();
    }

    @Override
    public void setClock(Date now) {
        ClockUtil.setCurrentTime(now);
    }

    @Override
    public String start(String process, Map<String, Object> variables) {
        return runtime.startProcessInstanceByKey(process, variables).getId();
    }

    @Override
    public List<Item> items(String instance) {
        List<Item> items = new ArrayList<>();
        for (Task task : tasks.createTaskQuery().processInstanceId(instance).list()) {
            String actor = tasks.getIdentityLinksForTask(task.getId()).stream()
                    .map(IdentityLink::getGroupId)
                    .findFirst()
                    .orElse(null);
            items.add(new Item("task " + task.getId(), task.getTaskDefinitionKey(), actor, task.getDueDate(), false));
        }
        for (ExternalTask task : external.createExternalTaskQuery().processInstanceId(instance).list()) {
            String topic = task.getTopicName();
            items.add(new Item("work " + topic, task.getActivityId(), topic, told(instance), false));
        }
        for (EventSubscription it : messages(instance)) {
            items.add(new Item("wait " + it.getId() + " " + instance, it.getActivityId(), null, told(instance), true));
        }
        return items;
    }

    private List<EventSubscription> messages(String instance) {
        return runtime.createEventSubscriptionQuery().processInstanceId(instance).eventType("message").list();
    }

    private Date told(String instance) {
        return (Date) runtime.getVariable(instance, "reglament_due");
    }

    @Override
    public void complete(Item item) {
        String[] handle = item.handle().split(" ");
        switch (handle[0]) {
            case "task" -> tasks.complete(handle[1]);
            case "wait" -> messages(handle[2]).stream()
                    .filter(it -> it.getId().equals(handle[1]))
                    .forEach(it -> runtime.messageEventReceived(it.getEventName(), it.getExecutionId()));
            default -> external.fetchAndLock(1, "proof").topic(handle[1], 300_000).execute()
                    .forEach(task -> external.complete(task.getId(), "proof"));
        }
    }

    @Override
    public boolean ended(String instance) {
        return runtime.createProcessInstanceQuery().processInstanceId(instance).count() == 0;
    }

    @Override
    public List<String> ends(String instance) {
        return engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(instance)
                .activityType("noneEndEvent").list().stream().map(it -> it.getActivityId()).toList();
    }

    @Override
    public int runTimers(String instance) {
        Date now = ClockUtil.getCurrentTime();
        int ran = 0;
        for (Job timer : management.createJobQuery().processInstanceId(instance).timers().list()) {
            if (!timer.getDuedate().after(now)) {
                management.executeJob(timer.getId());
                ran++;
            }
        }
        return ran;
    }

    @Override
    public void delete(String instance) {
        if (!ended(instance)) {
            runtime.deleteProcessInstance(instance, "thrown away");
        }
    }
}
