/**
 * Two pages: the workbench (dist/workbench, served at /) and the pane (dist/pane, served at /pane/).
 * office.js is never bundled: a published pane must load Microsoft's copy, the workbench serves the one of npm.
 * MARGINALIA_OFFICE_JS=cdn builds the pane for publishing; without it everything comes from our own server.
 */
const path = require("node:path");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const MinimizerPlugin = require("minimizer-webpack-plugin");

/** WebView2 follows Edge; Excel for Mac runs in the system's WebKit. */
const browsers = { chrome: "109", edge: "109", safari: "16.4" };

const officeJs = {
  local: "/office/office.js",
  cdn: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
};

/** Plain scripts that must have run before the bundle: the first of them before office.js looks for its host. */
class LoadScriptsFirst {
  constructor(urls) {
    this.urls = urls;
  }

  apply(compiler) {
    compiler.hooks.compilation.tap("LoadScriptsFirst", (compilation) => {
      HtmlWebpackPlugin.getCompilationHooks(compilation).alterAssetTagGroups.tap("LoadScriptsFirst", (tags) => {
        const scripts = this.urls.map((src) => ({
          tagName: "script",
          voidTag: false,
          attributes: { src },
          meta: { plugin: "LoadScriptsFirst" },
        }));
        tags.headTags.unshift(...scripts);
        return tags;
      });
    });
  }
}

function describePage({ name, publicPath, entry, template, scriptsFirst, mode }) {
  const production = mode === "production";
  return {
    name,
    mode,
    target: "web",
    entry,
    output: {
      path: path.join(__dirname, "dist", name),
      publicPath,
      clean: true,
      // The bridge is named by the pane's page, which another build writes: its name must not change.
      filename: ({ chunk }) => (chunk.name === "bridge" ? "bridge.js" : "[name].[contenthash:8].js"),
      chunkFilename: "[name].[contenthash:8].js",
      assetModuleFilename: "[name].[contenthash:8][ext]",
    },
    resolve: {
      extensions: [".tsx", ".ts", ".js"],
    },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: {
            loader: "swc-loader",
            options: {
              env: { targets: browsers },
              jsc: {
                parser: { syntax: "typescript", tsx: true },
                transform: { react: { runtime: "automatic", development: !production } },
              },
            },
          },
        },
      ],
    },
    plugins: [
      new HtmlWebpackPlugin({ template, chunks: ["main"], scriptLoading: "defer" }),
      new LoadScriptsFirst(scriptsFirst),
    ],
    optimization: {
      // Three times faster here than webpack's own choice, for 1 % more bytes.
      minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify, extractComments: false })],
      // React and Fluent change seldom, our code often: apart, a browser keeps the larger half.
      splitChunks: {
        cacheGroups: {
          libraries: { test: /node_modules/, name: "libraries", chunks: (chunk) => chunk.name === "main" },
          default: false,
          defaultVendors: false,
        },
      },
    },
    // Maps by eval would need a hole in the content security policy.
    devtool: production ? false : "source-map",
    cache: { type: "filesystem", name: `${name}-${mode}`, buildDependencies: { config: [__filename] } },
    performance: { hints: false },
    stats: { preset: "errors-warnings", assets: true, assetsSpace: 12, timings: true },
  };
}

module.exports = (_, { mode = "development" }) => {
  const source = process.env.MARGINALIA_OFFICE_JS ?? "local";
  if (!Object.hasOwn(officeJs, source)) {
    throw new Error(`MARGINALIA_OFFICE_JS is "${source}"; it must be "local" or "cdn".`);
  }
  return [
    describePage({
      name: "workbench",
      publicPath: "/",
      entry: { main: "./src/workbench/main.tsx", bridge: { import: "./src/workbench/bridge.ts", runtime: false } },
      template: "./src/workbench/index.html",
      scriptsFirst: [],
      mode,
    }),
    describePage({
      name: "pane",
      publicPath: "/pane/",
      entry: { main: "./src/taskpane/main.tsx" },
      template: "./src/taskpane/index.html",
      scriptsFirst: source === "local" ? ["/bridge.js", officeJs.local] : [officeJs.cdn],
      mode,
    }),
  ];
};
