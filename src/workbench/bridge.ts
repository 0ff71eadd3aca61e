import "./pane-bridge";

/**
 * The first script of the pane's page. Inside the workbench it takes the host from the page around it; anywhere else
 * (Excel itself, a page of another origin) it does nothing, and office.js finds the real host.
 */
function installHostOfTheWorkbench(): void {
  if (window.parent === window) return;
  try {
    window.parent.marginaliaWorkbench?.installHost(window);
  } catch (error) {
    // A page of another origin may not be looked into: Excel on the web.
    if (!(error instanceof DOMException)) throw error;
  }
}

installHostOfTheWorkbench();
