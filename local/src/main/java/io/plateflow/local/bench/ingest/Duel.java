package io.plateflow.local.bench.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.ToDoubleFunction;

/**
 * Rounds of the gateway and of the bare one in turns: gateway, bare, bare, gateway, so that what changes slowly on the
 * machine meets both.
 */
record Duel(List<Round> gateway, List<Round> bare) {
    /** Puts one side under load. */
    interface Trial {
        Round of(Load side) throws InterruptedException, ExecutionException;
    }

    static Duel fight(int times, Load gateway, Load bare, Trial trial) throws InterruptedException, ExecutionException {
        Duel duel = new Duel(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < times; i++) {
            duel.gateway.add(trial.of(gateway));
            duel.bare.add(trial.of(bare));
            duel.bare.add(trial.of(bare));
            duel.gateway.add(trial.of(gateway));
        }
        return duel;
    }

    Spread gateways(ToDoubleFunction<Round> figure) {
        return spread(gateway, figure);
    }

    Spread bares(ToDoubleFunction<Round> figure) {
        return spread(bare, figure);
    }

    /** The gateway's median for one of the bare one's. */
    double ratio(ToDoubleFunction<Round> figure) {
        return gateways(figure).median() / bares(figure).median();
    }

    /** Requests of both that were not accepted. */
    long failed() {
        return gateway.stream().mapToLong(Round::failed).sum()
                + bare.stream().mapToLong(Round::failed).sum();
    }

    private static Spread spread(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Spread.of(rounds.stream().map(figure::applyAsDouble).toList());
    }
}
