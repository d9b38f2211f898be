package fr.faireavec.taxonomies;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a rate says.
 *
 * @param label 120 characters at most
 * @param eurosPerHour above 0, two decimals, below 10 000
 * @param validFrom the first day it prices
 * @param source who set it, 300 characters at most
 */
public record RateTerms(String label, BigDecimal eurosPerHour, LocalDate validFrom, String source) {
}
