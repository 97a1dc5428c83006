@echo off
rem Starts Muster on Java 17 or later: that of JAVA_HOME, or else the first on the PATH. Not tried on Windows yet.
rem Java 19 and later make an archive of the classes at the end of the first run, and use it from then on; Java 17 and
rem 18 ignore these options.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
set "cache=%LOCALAPPDATA%\muster"
if not exist "%cache%" mkdir "%cache%" 2>nul
set "compiler=-XX:CompileThresholdScaling=10"
if "%~1"=="summarize" set "compiler=-XX:TieredStopAtLevel=1"
"%java%" -XX:+UseSerialGC %compiler% -Xshare:auto -Xlog:disable -Dfile.encoding=UTF-8 -XX:+IgnoreUnrecognizedVMOptions -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%cache%\muster.jsa" -jar "%~dp0..\lib\muster.jar" %*
exit /b %ERRORLEVEL%
