package fr.faireavec.kernel;

/**
 * The public address is not https: cookies could be read on the way, it must not start.
 */
public class InsecureBaseUrl extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String address;

	InsecureBaseUrl(String address) {
		super("faireavec.base-url is not https: " + address);
		this.address = address;
	}

	String address() {
		return this.address;
	}

}
