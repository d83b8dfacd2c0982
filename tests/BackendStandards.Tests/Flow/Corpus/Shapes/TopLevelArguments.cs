// The arguments of a program with top-level statements.
var command = args.Length > 0 ? args[0] : "list";
SINK(command); // vulnerable
SINK(args.Length > 0 ? "some" : "none"); // safe

var region = Environment.GetEnvironmentVariable("REGION") ?? "north";
SINK(region); // vulnerable
SINK(region == "north" ? "N" : "S"); // safe
