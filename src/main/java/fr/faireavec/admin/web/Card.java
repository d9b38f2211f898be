package fr.faireavec.admin.web;

/**
 * One page of the administration on its hub: what it is for is in the messages, under its
 * key.
 *
 * @param pressing whether what it counts waits for somebody
 */
record Card(String key, String count, boolean pressing) {

	static Card quiet(String key, String count) {
		return new Card(key, count, false);
	}

}
