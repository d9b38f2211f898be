package fr.faireavec.taxonomies;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Every rate, retired ones too. */
public interface HourlyRates extends JpaRepository<HourlyRate, UUID> {

	@Query("select r from HourlyRate r order by r.validFrom desc, r.id")
	List<HourlyRate> newestFirst();

	@Query("select count(r) > 0 from HourlyRate r where r.validFrom = :day and r.retiredOn is null and r.id <> :id")
	boolean anotherStartsOn(LocalDate day, UUID id);

}
