import { startPage } from './shared/page.js';
import { strings } from './strings.js';

startPage(strings);
