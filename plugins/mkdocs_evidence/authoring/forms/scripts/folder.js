// Sveltia opens a folder only if git keeps it. Many an author has no git, and in the folder of another
// site nothing would be found. So what counts is whether the pages of the site are in it.

export function openSites(summaries) {
  const choose = window.showDirectoryPicker;
  if (!choose) return;
  window.showDirectoryPicker = async (...given) => {
    const site = await choose.call(window, ...given);
    await lookFor(summaries.split("/").slice(0, -1), site);
    const within = site.getDirectoryHandle.bind(site);
    site.getDirectoryHandle = async (name, ...wish) => (name === ".git" ? site : within(name, ...wish));
    return site;
  };
}

async function lookFor(folders, site) {
  let place = site;
  try {
    for (const name of folders) place = await place.getDirectoryHandle(name);
  } catch {
    // Of an error that it does not know, Sveltia shows the cause.
    const message = `This is not the folder of your site: there is no folder “${folders.join("/")}” in it.`;
    throw new Error("wrong_folder", { cause: new Error(message) });
  }
}

const USER = "sveltia-cms.user";

// Lets Sveltia begin with folders where there is nothing else. While it changes to them from GitHub, it
// forgets to keep what is written for whoever leaves the page before saving.
export function beginWithFolders() {
  const user = JSON.parse(localStorage.getItem(USER)) ?? {};
  if (!user.backendName) localStorage.setItem(USER, JSON.stringify({ backendName: "local" }));
}
