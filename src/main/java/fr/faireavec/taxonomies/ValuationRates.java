package fr.faireavec.taxonomies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a volunteer's hour is worth, by date: support for an annex of accounts, never an
 * accounting entry.
 */
@Component
public class ValuationRates {

	private final JdbcClient jdbc;

	ValuationRates(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The rate in force on a day, in €/h; empty before the first one. */
	public Optional<Rate> on(LocalDate day) {
		return this.jdbc.sql("""
				SELECT label, euros_per_hour, valid_from, source FROM valuation_rate
				WHERE valid_from <= :day AND retired_on IS NULL ORDER BY valid_from DESC LIMIT 1
				""")
			.param("day", day)
			.query((row, n) -> new Rate(row.getString("label"), row.getBigDecimal("euros_per_hour"),
					row.getObject("valid_from", LocalDate.class), row.getString("source")))
			.optional();
	}

	/** A rate, in euros an hour. */
	public record Rate(String label, BigDecimal eurosPerHour, LocalDate validFrom, String source) {
	}

}
