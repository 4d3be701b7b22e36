package io.plateflow.stats.settlements;

import io.plateflow.domain.money.Money;
import io.plateflow.stats.commands.Body;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What was received, or given back when the amount is below zero.
 *
 * @param method for example {@code cash}
 * @param reference of the payment, where there is one
 */
public record Settlement(
        Money amount, String method, @Nullable String reference) {
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,4})?");
    private static final int LONGEST_METHOD = 40;
    private static final int LONGEST_REFERENCE = 100;

    /** {@code amount} is {@code {"amount","currency"}}, or its decimal string alone, then in the charge's currency. */
    public static Settlement of(Body body, String currencyOfCharge) {
        JsonNode sent = body.at("amount");
        String decimal = sent.isObject() ? sent.path("amount").asString("") : sent.isString() ? sent.asString() : "";
        String currency = sent.isObject() ? sent.path("currency").asString("") : currencyOfCharge;
        Currency unit = Currency.getInstance(currencyOfCharge);
        BigDecimal amount = DECIMAL.matcher(decimal).matches() ? new BigDecimal(decimal) : BigDecimal.ZERO;
        if (!body.has("amount")) {
            body.fault("amount_missing", "amount", "amount must be given");
        } else if (amount.signum() == 0) {
            body.fault(
                    "amount_malformed",
                    "amount",
                    "amount must be a decimal string other than zero, such as \"5600.00\"");
        } else if (amount.stripTrailingZeros().scale() > unit.getDefaultFractionDigits()) {
            body.fault("amount_too_fine", "amount", "amount must not be finer than the smallest unit of " + unit);
        }
        if (!currency.equals(currencyOfCharge)) {
            body.fault("currency_other", "amount", "the charge is in " + currencyOfCharge);
        }
        return new Settlement(
                new Money(amount, unit),
                body.text("method", LONGEST_METHOD).orElse(""),
                body.has("reference")
                        ? body.text("reference", LONGEST_REFERENCE).orElse(null)
                        : null);
    }
}
