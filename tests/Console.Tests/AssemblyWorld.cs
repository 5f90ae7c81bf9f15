using BillingActors.Console.Tests.World;

[assembly: AssemblyFixture(typeof(ConsoleWorld))]
