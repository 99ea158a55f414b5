using Commerce.Host;
using Commerce.Platform.Modules;

try
{
    return await Commands.Run(args);
}
catch (WrongSettingException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return ExitCodes.WrongSetting;
}
catch (UnusableInputException unusable)
{
    await Console.Error.WriteLineAsync(unusable.Message);
    return ExitCodes.UnusableInput;
}
