package io.plateflow.stats.system;

import static java.util.Objects.requireNonNull;

import io.plateflow.contracts.Groups;
import io.plateflow.contracts.Lag;
import io.plateflow.stats.system.BrokerAnswer.Room;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.ShareMemberDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is asked of the broker, question by question: one that fails leaves its part of the answer out. */
final class BrokerQuestions {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerQuestions.class);

    private final Admin admin;

    BrokerQuestions(Admin admin) {
        this.admin = admin;
    }

    /** Away when not even the first question is answered. */
    BrokerAnswer ask() throws InterruptedException {
        Collection<Node> brokers =
                orElse(List.of(), () -> admin.describeCluster().nodes().get());
        return brokers.isEmpty()
                ? BrokerAnswer.AWAY
                : new BrokerAnswer(
                        brokers.size(),
                        orElse(Map.of(), () -> new Lag(admin).byStage()),
                        orElse(Map.of(), this::processes),
                        orElse(Optional.<Room>empty(), () -> room(brokers)).orElse(null));
    }

    private Map<String, Integer> processes() throws ExecutionException, InterruptedException {
        Map<String, Integer> processes = new LinkedHashMap<>();
        processes.put(Groups.OCR, readers());
        for (String group : List.of(Groups.BILLING, Groups.STATS)) {
            processes.put(group, consumers(group));
        }
        return processes;
    }

    private int readers() throws ExecutionException, InterruptedException {
        return Processes.of(membersOf(requireNonNull(admin.describeShareGroups(List.of(Groups.OCR))
                        .describedGroups()
                        .get(Groups.OCR))
                .thenApply(g -> g.members().stream()
                        .map(ShareMemberDescription::clientId)
                        .toList())));
    }

    private int consumers(String group) throws ExecutionException, InterruptedException {
        return Processes.of(membersOf(requireNonNull(admin.describeConsumerGroups(List.of(group))
                        .describedGroups()
                        .get(group))
                .thenApply(g ->
                        g.members().stream().map(MemberDescription::clientId).toList())));
    }

    /** Of a group that never was there are none. */
    private static List<String> membersOf(KafkaFuture<List<String>> clientIds)
            throws ExecutionException, InterruptedException {
        try {
            return clientIds.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return List.of();
            }
            throw e;
        }
    }

    private Optional<Room> room(Collection<Node> brokers) throws ExecutionException, InterruptedException {
        return admin.describeLogDirs(brokers.stream().map(Node::id).toList()).allDescriptions().get().values().stream()
                .flatMap(directories -> directories.values().stream())
                .filter(directory -> directory.usableBytes().isPresent()
                        && directory.totalBytes().isPresent())
                .map(BrokerQuestions::room)
                .min(Comparator.comparingLong(Room::freeBytes));
    }

    private static Room room(LogDirDescription directory) {
        return new Room(
                directory.usableBytes().getAsLong(), directory.totalBytes().getAsLong());
    }

    private interface Question<T> {
        T ask() throws ExecutionException, InterruptedException;
    }

    private static <T> T orElse(T otherwise, Question<? extends T> question) throws InterruptedException {
        try {
            return question.ask();
        } catch (ExecutionException e) {
            LOG.warn("the broker does not say how it is: {}", String.valueOf(e.getCause()));
            return otherwise;
        }
    }
}
