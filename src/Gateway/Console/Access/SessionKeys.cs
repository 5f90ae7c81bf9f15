using System.Xml.Linq;
using BillingActors.Storage.Users;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Console.Access;

/// <summary>
/// Keeps the keys that protect cookies in the database: they outlive a restart, and all gateways share them.
/// </summary>
internal sealed class SessionKeys(IServiceProvider services) : IXmlRepository, IConfigureOptions<KeyManagementOptions>
{
    private ProtectionKeys Keys => services.GetRequiredService<ProtectionKeys>();

    public void Configure(KeyManagementOptions options) => options.XmlRepository = this;

    // The framework asks without await; it does so at the start, and then about once a day.
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. Keys.Read(CancellationToken.None).GetAwaiter().GetResult().Select(text => XElement.Parse(text))];

    public void StoreElement(XElement element, string friendlyName) => Keys
        .Add(friendlyName, element.ToString(SaveOptions.DisableFormatting), CancellationToken.None)
        .GetAwaiter().GetResult();
}
