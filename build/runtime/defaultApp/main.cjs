'use strict'
/**
 * What the stand-in Electron runs when it carries no program of its own: it loads the program whose directory is the
 * first argument that is no switch, as Electron's own loader would: `electron [switches] [-r module] directory [args]`.
 */
const { app } = require('electron')
const fs = require('node:fs')
const Module = require('node:module')
const path = require('node:path')

/** @param {string[]} args */
function readCommandLine(args) {
  const preloaded = []
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i]
    if (arg === '-r' || arg === '--require') {
      i += 1
      preloaded.push(args[i])
    } else if (!arg.startsWith('-')) {
      return { preloaded, directory: path.resolve(arg) }
    }
  }
  return { preloaded, directory: undefined }
}

/** @param {string} directory */
function describeProgram(directory) {
  const description = path.join(directory, 'package.json')
  if (!fs.existsSync(description)) {
    app.setAppPath(path.dirname(directory))
    return
  }
  const program = JSON.parse(fs.readFileSync(description, 'utf8'))
  const name = program.productName || program.name
  if (name) app.setName(name)
  if (program.version) app.setVersion(program.version)
  if (program.desktopName) app.setDesktopName(program.desktopName)
  app.setAppPath(directory)
}

const { preloaded, directory } = readCommandLine(process.argv.slice(1))
if (directory === undefined) {
  process.stderr.write('usage: electron [switches] [-r module] directory [arguments]\n')
  app.exit(2)
} else {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
  try {
    if (preloaded.length > 0) Module._preloadModules(preloaded)
    describeProgram(directory)
    Module._load(directory, module, true)
  } catch (error) {
    process.stderr.write(`${error?.stack ?? error}\n`)
    app.exit(1)
  }
}
