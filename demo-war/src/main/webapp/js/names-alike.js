/** Equal for names that the server takes for the same. */
export function alike(name) {
  return name.normalize('NFKC').toLowerCase();
}
