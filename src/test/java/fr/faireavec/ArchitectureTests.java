package fr.faireavec;

import java.time.Clock;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import fr.faireavec.kernel.Identified;
import fr.faireavec.signin.Gate;
import fr.faireavec.signin.Throttle;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

/** The house stands as the README draws it. */
class ArchitectureTests {

	private static final JavaClasses OURS = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("fr.faireavec");

	@Test
	void roomsUseOnlyTheRoomsTheyMay() {
		ApplicationModules.of(FaireAvecApplication.class).verify();
	}

	@Test
	void timeComesFromTheClock() {
		for (String type : new String[] { "java.time.Instant", "java.time.LocalDate", "java.time.LocalDateTime",
				"java.time.LocalTime", "java.time.ZonedDateTime", "java.time.OffsetDateTime", "java.time.Year",
				"java.time.YearMonth" }) {
			noClasses().should().callMethod(typeOf(type), "now").check(OURS);
			noClasses().should().callMethod(typeOf(type), "now", java.time.ZoneId.class).check(OURS);
		}
		noClasses().that()
			.doNotHaveSimpleName("MovableClock")
			.should()
			.callMethod(Clock.class, "systemUTC")
			.orShould()
			.callMethod(Clock.class, "systemDefaultZone")
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.check(OURS);
	}

	@Test
	void controllersStayInTheirRoom() {
		classes().that().areAnnotatedWith(Controller.class).should().notBePublic().check(OURS);
		classes().that().areAnnotatedWith(Controller.class).should().resideInAPackage("..web..").check(OURS);
	}

	@Test
	void controllersOpenNoTransaction() {
		noClasses().that().resideInAPackage("..web..").should().beAnnotatedWith(Transactional.class).check(OURS);
		noMethods().that()
			.areDeclaredInClassesThat()
			.resideInAPackage("..web..")
			.should()
			.beAnnotatedWith(Transactional.class)
			.check(OURS);
	}

	/** Each count takes a connection of its own: nobody who counts holds another. */
	@Test
	void onlyControllersCountTries() {
		noClasses().that()
			.resideOutsideOfPackage("..web..")
			.should()
			.callMethod(Throttle.class, "pass", Gate.class, Throttle.Attempt.class)
			.check(OURS);
	}

	@Test
	void namesSayWhatThingsAre() {
		noClasses().should()
			.haveSimpleNameEndingWith("Impl")
			.orShould()
			.haveSimpleNameContaining("Util")
			.orShould()
			.haveSimpleNameEndingWith("Helper")
			.orShould()
			.haveSimpleNameEndingWith("Manager")
			.orShould()
			.haveSimpleNameEndingWith("Dto")
			.orShould()
			.haveSimpleName("Session")
			.check(OURS);
	}

	@Test
	void entitiesAreNeverBoundToForms() {
		methods().that()
			.areDeclaredInClassesThat()
			.areAnnotatedWith(Controller.class)
			.should(TakeNoEntity.FROM_A_FORM)
			.check(OURS);
	}

	/** What is sent says on which version it was shown; what stands now says nothing. */
	@Test
	void nothingIsComparedWithItself() {
		methods().that()
			.areAnnotatedWith(PostMapping.class)
			.should(new ArchCondition<>("take the version from what was sent") {

				@Override
				public void check(JavaMethod method, ConditionEvents events) {
					method.getMethodCallsFromSelf()
						.stream()
						.filter((call) -> call.getName().equals("getVersion")
								&& call.getTargetOwner().isAssignableTo(Identified.class))
						.forEach((call) -> events.add(SimpleConditionEvent.violated(method, call.getDescription())));
				}

			})
			.check(OURS);
	}

	/**
	 * A file for a spreadsheet has its formulas taken away; whoever writes one has not.
	 */
	@Test
	void onlyOneClassWritesForSpreadsheets() {
		noClasses().that()
			.doNotHaveSimpleName("SpreadsheetFile")
			.and()
			.doNotHaveSimpleName("CohortFile")
			.and()
			.doNotHaveSimpleName("TypedTable")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.apache.commons.csv..")
			.check(OURS);
	}

	/**
	 * Ordering accents takes the square of their number, unless they are counted first.
	 */
	@Test
	void onlyOneClassOrdersAccents() {
		noClasses().that()
			.doNotHaveSimpleName("UnicodeText")
			.should()
			.dependOnClassesThat()
			.haveFullyQualifiedName("java.text.Normalizer")
			.check(OURS);
	}

	/**
	 * An address may be written in many ways that lead to one page: nobody decides by how
	 * it was written. Whoever sends somebody back to it repeats it as it was.
	 */
	@Test
	void nobodyDecidesByHowAnAddressIsWritten() {
		for (String written : new String[] { "getRequestURI", "getRequestURL", "getServletPath", "getPathInfo" }) {
			noClasses().that()
				.doNotHaveSimpleName("AskedPath")
				.and()
				.doNotHaveSimpleName("WantedPage")
				.and()
				.doNotHaveSimpleName("SecondFactorGate")
				.and()
				.doNotHaveSimpleName("ErrorAdvice")
				.should()
				.callMethod(HttpServletRequest.class, written)
				.check(OURS);
		}
	}

	private static Class<?> typeOf(String name) {
		try {
			return Class.forName(name);
		}
		catch (ClassNotFoundException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
