using BillingActors.Silo;

var app = await BillingHost.Build(new BillingHostSettings { Arguments = args }, CancellationToken.None);
await app.RunAsync();
