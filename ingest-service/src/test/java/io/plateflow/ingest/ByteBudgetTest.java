package io.plateflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteBudgetTest {
    private final ByteBudget budget = new ByteBudget(100);

    @Test
    void grantsNoMoreThanThereIs() {
        ByteBudget.Lease first = budget.lease();
        ByteBudget.Lease second = budget.lease();

        assertThat(first.grow(60)).isTrue();
        assertThat(second.grow(41)).isFalse();
        assertThat(second.grow(40)).isTrue();
        assertThat(budget.inUse()).isEqualTo(100);
    }

    @Test
    void takesBackOnce() {
        ByteBudget.Lease lease = budget.lease();
        assertThat(lease.grow(70)).isTrue();
        assertThat(lease.grow(20)).isTrue();

        lease.close();
        lease.close();

        assertThat(budget.inUse()).isZero();
        assertThat(budget.lease().grow(101)).isFalse();
    }

    @Test
    void holdsNothingAfterARefusal() {
        ByteBudget.Lease lease = budget.lease();
        assertThat(lease.grow(101)).isFalse();

        assertThat(budget.inUse()).isZero();
    }
}
