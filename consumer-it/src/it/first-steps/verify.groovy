String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('welcome Ann') : 'the user was registered'
assert log.contains('To: ann@example.org') : 'the engine delivered the mail'
assert log.contains('https://app.example.org/') : 'the mail holds a link to the host'
