using BillingActors.Storage.Privacy;

namespace BillingActors.Storage.Tests.Privacy;

public sealed class MasterKeyTests
{
    [Fact]
    public void The_embedded_default_makes_a_key_file_only_the_owner_can_read()
    {
        var folder = Directory.CreateTempSubdirectory("billing-key-");
        try
        {
            var storage = new StorageOptions { Path = Path.Combine(folder.FullName, "billing.db") };
            var made = MasterKey.Of(new PrivacyOptions(), storage);

            Assert.Equal(made.Id, MasterKey.Of(new PrivacyOptions(), storage).Id);
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(storage.Path + ".key"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("AAAA")]
    public void What_is_not_32_bytes_in_base64_is_refused(string text) =>
        Assert.Throws<PersonalDataKeyException>(() => MasterKey.Parse(text));

    [Fact]
    public void A_cluster_must_be_given_a_key() => Assert.Throws<PersonalDataKeyException>(
        () => MasterKey.Of(new PrivacyOptions(), new StorageOptions { Provider = StorageOptions.Postgres }));

    [Fact]
    public void An_envelope_opens_only_with_its_key_at_its_place_and_unchanged()
    {
        var key = PersonalDataCipher.NewKey();
        var envelope = PersonalDataCipher.Encrypt(key, "Anna"u8, "customer/C-1/1");

        Assert.Equal("Anna"u8.ToArray(), PersonalDataCipher.Decrypt(key, envelope, "customer/C-1/1"));
        Assert.Throws<PersonalDataKeyException>(() => PersonalDataCipher.Decrypt(key, envelope, "customer/C-2/1"));
        Assert.Throws<PersonalDataKeyException>(
            () => PersonalDataCipher.Decrypt(PersonalDataCipher.NewKey(), envelope, "customer/C-1/1"));
        envelope[^1] ^= 1;
        Assert.Throws<PersonalDataKeyException>(() => PersonalDataCipher.Decrypt(key, envelope, "customer/C-1/1"));
    }
}
