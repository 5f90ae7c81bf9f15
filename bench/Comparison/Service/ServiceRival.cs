using System.Globalization;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace BillingActors.Comparison.Service;

/// <summary>A plain web service over PostgreSQL, called over HTTP on the loopback, a transaction per request.</summary>
public sealed class ServiceRival : IRival
{
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private ServiceRival(WebApplication app)
    {
        _app = app;
        _client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    /// <inheritdoc />
    public string Name => "service with a transaction per request";

    /// <summary>Starts it; a new database gets its tables.</summary>
    public static async Task<ServiceRival> Start(
        string connectionString, bool isNew, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 50 }));
        var app = builder.Build();
        app.MapAccounts();
        if (isNew)
            await ServiceSchema.Make(app.Services.GetRequiredService<NpgsqlDataSource>(), cancellation);
        await app.StartAsync(cancellation);
        return new ServiceRival(app);
    }

    /// <inheritdoc />
    public async Task Open(string account, CancellationToken cancellation)
    {
        using var response = await _client.PutAsync(PathOf(account, ""), null, cancellation);
        response.EnsureSuccessStatusCode();
    }

    /// <inheritdoc />
    public Task Rate(string account, IReadOnlyList<Call> calls, CancellationToken cancellation) =>
        Post(PathOf(account, "calls"), calls, cancellation);

    /// <inheritdoc />
    public Task Bill(string account, MeterUse use, CancellationToken cancellation) =>
        Post(PathOf(account, "bills"), use, cancellation);

    /// <inheritdoc />
    public Task Pay(string account, string paymentId, long amountMinor, CancellationToken cancellation) =>
        Post(PathOf(account, "payments"), new PlainPayment(paymentId, amountMinor), cancellation);

    /// <inheritdoc />
    public async Task<(long OwedMinor, decimal Unbilled)> Look(string account, CancellationToken cancellation)
    {
        var seen = await _client.GetFromJsonAsync<PlainAccount>(PathOf(account, ""), cancellation)
            ?? throw new InvalidOperationException($"There is no account {account}.");
        return (seen.OwedMinor, decimal.Parse(seen.Unbilled, CultureInfo.InvariantCulture));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static Uri PathOf(string account, string what) => new($"/accounts/{account}/{what}", UriKind.Relative);

    private async Task Post<T>(Uri path, T body, CancellationToken cancellation)
    {
        using var response = await _client.PostAsJsonAsync(path, body, cancellation);
        response.EnsureSuccessStatusCode();
    }
}
