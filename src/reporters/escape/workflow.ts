/** The message of a GitHub workflow command. */
export function commandMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** A property of a GitHub workflow command. */
export function commandProperty(text: string): string {
  return commandMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** The message of an Azure DevOps logging command. */
export function loggingMessage(text: string): string {
  return text.replaceAll("%", "%AZP25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** A property of an Azure DevOps logging command. */
export function loggingProperty(text: string): string {
  return loggingMessage(text).replaceAll(";", "%3B").replaceAll("]", "%5D");
}
