using BillingActors.Gateway;
using BillingActors.Gateway.Cluster;
using BillingActors.Storage;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Inbox;
using BillingActors.Storage.Privacy;

var builder = WebApplication.CreateBuilder(args);
var storage = builder.Configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
if (storage.Provider != StorageOptions.Postgres)
    throw new InvalidOperationException($"A gateway of its own needs {StorageOptions.Section}:Provider 'postgres'.");

var privacy = builder.Configuration.GetSection(PrivacyOptions.Section).Get<PrivacyOptions>() ?? new PrivacyOptions();
var inbox = builder.Configuration.GetSection(InboxOptions.Section).Get<InboxOptions>() ?? new InboxOptions();
var audit = builder.Configuration.GetSection(AuditOptions.Section).Get<AuditOptions>() ?? new AuditOptions();
builder.Services.AddStorage(storage, privacy, inbox, audit);
builder.Services.AddGateway(builder.Configuration);
builder.AddCluster(storage);

var app = builder.Build();
app.Services.GetRequiredService<MasterKey>(); // A key that cannot be read is refused now, not with the first name.
app.MapGateway();
var stopping = app.Lifetime.ApplicationStopping;
try
{
    await app.RunAsync();
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    // Asked to end while it still looked for a silo: that is an end like any other.
}
