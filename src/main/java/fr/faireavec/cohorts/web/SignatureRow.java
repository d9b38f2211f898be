package fr.faireavec.cohorts.web;

import java.util.UUID;

/** A structure whose mandates wait for a signature, and whom they name. */
record SignatureRow(UUID enrolmentId, String structure, String people) {

}
