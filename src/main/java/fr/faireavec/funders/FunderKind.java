package fr.faireavec.funders;

/** What kind of body pays. */
public enum FunderKind {

	REGION, DEPARTEMENT, EPCI, ETAT, UE, FONDATION, AUTRE

}
