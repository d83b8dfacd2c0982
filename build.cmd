: << 'BATCH'
@echo off
rem Windows reads from here to "exit"; a shell skips it as a here-document.
setlocal
cd /d "%~dp0"
set "TARGET=%~1"
if "%TARGET%"=="" set "TARGET=help"
dotnet msbuild build.proj -nologo -v:m -tl:off -t:%TARGET%
exit /b %ERRORLEVEL%
BATCH
# Linux and macOS: sh build.cmd demo | test | pack | bench
set -eu
cd "$(dirname "$0")"
exec dotnet msbuild build.proj -nologo -v:m -tl:off "-t:${1:-help}"
