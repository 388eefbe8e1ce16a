@echo off
rem Starts gongkai with the Node.js of GONGKAI_NODE, else the one in node\ beside this file, else that of the system.
setlocal
chcp 65001 >nul
set "NODE=%GONGKAI_NODE%"
if not defined NODE if exist "%~dp0node\node.exe" set "NODE=%~dp0node\node.exe"
if not defined NODE for %%n in (node.exe) do set "NODE=%%~$PATH:n"
if not defined NODE (
  echo no Node.js found: unpack Node.js 20.19 or newer into %~dp0node 1>&2
  exit /b 1
)
"%NODE%" "%~dp0bin\gongkai.mjs" %*
exit /b %ERRORLEVEL%
