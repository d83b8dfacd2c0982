using BackendStandards.EnvelopeApp;

// The tests that start this as a process read the address from the log, and end it by closing its input.
var app = Application.Build(args);
await app.StartAsync();
Console.WriteLine("Listening on " + app.Urls.First());
await Console.In.ReadToEndAsync();
await app.StopAsync();
