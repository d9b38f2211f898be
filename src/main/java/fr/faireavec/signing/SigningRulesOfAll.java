package fr.faireavec.signing;

import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

/** The rules of every parcours that has some of its own. */
interface SigningRulesOfAll extends JpaRepository<SigningRules, UUID> {

}
