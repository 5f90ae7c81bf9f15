using BillingActors.Gateway;
using BillingActors.Storage;
using BillingActors.Storage.Privacy;
using Orleans.Configuration;

var builder = WebApplication.CreateBuilder(args);
var storage = builder.Configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
if (storage.Provider != StorageOptions.Postgres)
    throw new InvalidOperationException($"A gateway of its own needs {StorageOptions.Section}:Provider 'postgres'.");

var privacy = builder.Configuration.GetSection(PrivacyOptions.Section).Get<PrivacyOptions>() ?? new PrivacyOptions();
builder.Services.AddStorage(storage, privacy);
builder.Services.AddGateway(builder.Configuration);
var cluster = builder.Configuration.GetSection("Billing:Silo");
builder.UseOrleansClient(client => client
    .Configure<ClusterOptions>(options =>
    {
        options.ClusterId = cluster["ClusterId"] ?? "billing";
        options.ServiceId = cluster["ServiceId"] ?? "billing";
    })
    .UseAdoNetClustering(clustering =>
    {
        clustering.Invariant = "Npgsql";
        clustering.ConnectionString = storage.ConnectionString;
    }));

var app = builder.Build();
app.MapGateway();
await app.RunAsync();
