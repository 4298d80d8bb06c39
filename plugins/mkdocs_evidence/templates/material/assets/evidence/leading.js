// Leads from the address of a thread, or from an old address of a post, to the post; what an old link
// asks for or points at is kept.
{
  const { post, anchor } = document.currentScript.dataset;
  location.replace(post + location.search + (location.hash || anchor));
}
