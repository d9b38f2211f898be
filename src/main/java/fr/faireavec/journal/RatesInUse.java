package fr.faireavec.journal;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.taxonomies.PricedHours;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A rate is in use once an action of its days carries its amount. Of two rates with one
 * amount both may count: better one correction too few than a price nobody can explain.
 */
@Component
class RatesInUse implements PricedHours {

	private final JdbcClient jdbc;

	RatesInUse(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Set<UUID> usedRates() {
		return new HashSet<>(this.jdbc.sql("""
				SELECT r.id FROM valuation_rate r WHERE EXISTS (
				  SELECT 1 FROM logged_action a
				  WHERE a.valued_rate = r.euros_per_hour AND coalesce(a.ends_on, a.starts_on) >= r.valid_from)
				""").query(UUID.class).list());
	}

}
