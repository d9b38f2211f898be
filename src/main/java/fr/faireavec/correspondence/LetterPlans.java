package fr.faireavec.correspondence;

import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

/** When parcours write by themselves. */
interface LetterPlans extends JpaRepository<LetterPlan, UUID> {

}
